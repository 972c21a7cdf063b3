
        var crudTable = new CrudTable(this, "CrudTable", stage);
        var crudTasks = new CrudTasks(this, "CrudTasks", stage, crudTable);
        var crudMachine = new CrudMachine(this, "CrudMachine", stage, crudTasks, alarms[#if featureFlags == "true"], flagReader[/#if]);
[#if storageFirst == "s3"]
        var crudApi = new RequestApi(this, "CrudApi", stage, api);
[/#if]
        new Crud(this, "Crud", [#if storageFirst == "s3"]crudApi[#else]api[/#if], crudMachine, alarms);
