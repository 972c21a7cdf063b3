[#import "/read-message.ftl" as read]
[@read.json]$detail := $stored.detail; $assert($type($detail.id) = 'string' and $type($detail.body) = 'string' and $type($detail.receivedAt) = 'number', 'no event'); {'id': $detail.id, 'receivedAt': $detail.receivedAt, 'body': $detail.body}[/@read.json]
