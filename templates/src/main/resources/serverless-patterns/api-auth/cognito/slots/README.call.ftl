# Only administrators make users. Cognito mails the first password.
aws cognito-idp admin-create-user --user-pool-id "$(output UserPoolId)" --username me@example.org \
  --user-attributes Name=email,Value=me@example.org Name=email_verified,Value=true
```

The first sign-in sets a password of your own (at least 14 characters with upper and lower case, digits and symbols) and registers an authenticator app. Passwords never leave the client (SRP), so the sign-in is done by a library: [AWS Amplify](https://docs.amplify.aws/react/build-a-backend/auth/connect-your-frontend/sign-in/) in applications, [pycognito](https://pypi.org/project/pycognito/) in a terminal. It takes the outputs `UserPoolId` and `ClientId` and gives an ID token, which is valid for an hour:

```sh
curl -X POST -H "Authorization: $ID_TOKEN" -H 'Content-Type: application/json' \
  -H 'Idempotency-Key: try-1' -d @events/[=resource].json "$(output ApiUrl)"
# {"id": "try-1", "requestId": "…"}
