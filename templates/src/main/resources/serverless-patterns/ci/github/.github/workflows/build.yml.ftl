name: build

on:
  pull_request:
  push:
    branches: [main]

permissions:
  contents: read

concurrency:
  group: build-${{ github.ref }}
  cancel-in-progress: true

jobs:
  build:
    runs-on: ubuntu-latest
    timeout-minutes: 20
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-java@v5
        with:
          distribution: temurin
          java-version: "[=javaVersion]"
          cache: maven
      - uses: actions/setup-node@v5
        with:
          node-version: "24"
          cache: npm
      - name: Build and test
        run: ./mvnw --batch-mode verify
      - name: Synthesize
        run: npx cdk synth --quiet
      - name: Synthesize prod
        run: npx cdk synth --quiet -c stage=prod
