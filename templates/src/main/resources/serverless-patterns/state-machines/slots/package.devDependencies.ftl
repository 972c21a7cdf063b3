"asl-validator": "[=versions["asl-validator"]]"
