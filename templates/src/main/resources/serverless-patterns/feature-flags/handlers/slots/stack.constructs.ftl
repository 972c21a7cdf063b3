        flags.serve([=(storageFirst == "step-functions")?then("machine", "consumer")].function());
        new NewProcessing(this, "NewProcessing", alarms, flags);
