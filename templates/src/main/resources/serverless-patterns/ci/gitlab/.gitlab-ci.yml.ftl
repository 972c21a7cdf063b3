stages: [build, deploy]

# The image must hold a JDK 17 or later; Node is added, Maven comes with the wrapper.
default:
  image: eclipse-temurin:17
  before_script:
    - apt-get update -qq && apt-get install -y -qq --no-install-recommends curl ca-certificates unzip xz-utils > /dev/null
    - curl -fsSL "https://nodejs.org/dist/latest-v24.x/SHASUMS256.txt" -o /tmp/SHASUMS256.txt
    - node_archive=$(grep -o 'node-v24[0-9.]*-linux-x64.tar.xz' /tmp/SHASUMS256.txt)
    - curl -fsSL "https://nodejs.org/dist/latest-v24.x/$node_archive" -o "/tmp/$node_archive"
    - (cd /tmp && grep " $node_archive$" SHASUMS256.txt | sha256sum --check --quiet)
    - tar -xJf "/tmp/$node_archive" -C /usr/local --strip-components=1
  cache:
    key:
      files: [pom.xml, package-lock.json]
    paths: [.m2/repository, .npm]

variables:
  MAVEN_OPTS: -Dmaven.repo.local=$CI_PROJECT_DIR/.m2/repository
  npm_config_cache: $CI_PROJECT_DIR/.npm

build:
  stage: build
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
    - ./mvnw --batch-mode verify
    - npx cdk synth --quiet
    - npx cdk synth --quiet -c stage=prod

# AWS_ROLE_ARN and AWS_REGION are CI/CD variables with the scope of the environment.
.deploy:
  stage: deploy
  resource_group: $CI_ENVIRONMENT_NAME
  id_tokens:
    AWS_ID_TOKEN:
      aud: sts.amazonaws.com
  script:
    - ./mvnw --batch-mode verify
    # The AWS SDK in the CDK CLI exchanges the token for temporary credentials by itself.
    - export AWS_WEB_IDENTITY_TOKEN_FILE=$(mktemp) AWS_ROLE_SESSION_NAME=gitlab-$CI_PIPELINE_ID
    - printf %s "$AWS_ID_TOKEN" > "$AWS_WEB_IDENTITY_TOKEN_FILE"
    - npx cdk deploy -c stage="$CI_ENVIRONMENT_NAME" --require-approval never

deploy-dev:
  extends: .deploy
  environment: dev
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH

deploy-prod:
  extends: .deploy
  environment: prod
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
      when: manual
