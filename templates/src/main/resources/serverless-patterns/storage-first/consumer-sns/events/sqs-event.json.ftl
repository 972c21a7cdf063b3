{
  "Records": [
    {
      "messageId": "19dd0b57-b21e-4ac1-bd88-01bbb068cb78",
      "receiptHandle": "sample",
      "body": "{\"name\": \"left-handed hammer\", \"quantity\": 3}",
      "attributes": {
        "ApproximateReceiveCount": "1",
        "SentTimestamp": "1767225600000",
        "SenderId": "AIDAISMY7JYY5F7RTT6AO",
        "ApproximateFirstReceiveTimestamp": "1767225600100"
      },
      "messageAttributes": {
        "id": {
          "dataType": "String",
          "stringValue": "sample-request-1",
          "stringListValues": [],
          "binaryListValues": []
        },
        "type": {
          "dataType": "String",
          "stringValue": "[=resource]",
          "stringListValues": [],
          "binaryListValues": []
        }
      },
      "md5OfBody": "cfebad3dd39f2e73f5c5f2ad2d6090a4",
      "eventSource": "aws:sqs",
      "eventSourceARN": "arn:aws:sqs:eu-west-1:123456789012:work-queue",
      "awsRegion": "eu-west-1"
    }
  ]
}
