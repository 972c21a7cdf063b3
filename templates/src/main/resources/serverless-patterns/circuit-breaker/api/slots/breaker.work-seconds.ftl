[=(featureFlags == "true")?then(3, 4)]
