aws iot-data publish --topic "$(output Topic)/thing-1" --qos 1 --payload fileb://events/[=resource].json
