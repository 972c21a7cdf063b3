import [=package].functions.TestService;
