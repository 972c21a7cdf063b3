        var crudTable = new CrudTable(this, "CrudTable", stage);
        var crudTasks = new CrudTasks(this, "CrudTasks", stage, crudTable);
        var crudMachine = new CrudMachine(this, "CrudMachine", stage, crudTasks, alarms[#if featureFlags == "true"], flagReader[/#if]);
        new Crud(this, "Crud", api, crudMachine, alarms);
