    device([Device]) -->|MQTT, QoS 1| rule[AWS IoT Core<br/>topic rule]
    rule -->|SendMessage| queue[(SQS<br/>work queue, 10 d)]
    rule -->|error action| dead
    rule -.->|throttled, error action failed| alarms
