[#import "/read-message.ftl" as read]
[@read.json]$row := $stored.dynamodb.NewImage; $assert($type($row.id.S) = 'string' and $type($row.payload.S) = 'string', 'no row'); {'id': $row.id.S, 'receivedAt': $number($row.receivedAt.N), 'body': $row.payload.S}[/@read.json]
