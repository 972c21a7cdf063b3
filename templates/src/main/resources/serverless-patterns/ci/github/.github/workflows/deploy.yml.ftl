name: deploy

on:
  push:
    branches: [main]
  workflow_dispatch:
    inputs:
      stage:
        description: Stage to deploy
        type: choice
        options: [dev, prod]
        default: dev

permissions:
  id-token: write
  contents: read

concurrency:
  group: deploy-${{ inputs.stage || 'dev' }}
  cancel-in-progress: false

jobs:
  deploy:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    # Holds the variables AWS_ROLE_ARN and AWS_REGION, and the reviewers that a deployment waits for.
    environment: ${{ inputs.stage || 'dev' }}
    env:
      STAGE: ${{ inputs.stage || 'dev' }}
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
      - uses: aws-actions/configure-aws-credentials@v5
        with:
          role-to-assume: ${{ vars.AWS_ROLE_ARN }}
          aws-region: ${{ vars.AWS_REGION }}
      - name: Deploy
        run: npx cdk deploy -c stage="$STAGE" --require-approval never
