package com.acme.shop.infrastructure;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.constructs.Construct;

/**
 * The architecture, as it is drawn in README.md.
 *
 * <pre>
 * client → RequestApi → Crud → CrudMachine → CrudTasks → CrudTable
 * </pre>
 */
final class AcmeShopStack extends Stack {
    AcmeShopStack(Construct scope, String name, Stage stage) {
        super(scope, name, properties(stage));
        Tags.of(this).add("project", "acme-shop");
        Tags.of(this).add("stage", stage.id());

        var alarms = new Alarms(this, "Alarms");
        var api = new RequestApi(this, "Api", stage);

        var crudTable = new CrudTable(this, "CrudTable", stage);
        var crudTasks = new CrudTasks(this, "CrudTasks", stage, crudTable);
        var crudMachine = new CrudMachine(this, "CrudMachine", stage, crudTasks, alarms);
        new Crud(this, "Crud", api, crudMachine, alarms);
    }

    private static StackProps properties(Stage stage) {
        return StackProps.builder()
                .description("CRUD: API Gateway starts a state machine for each request, which answers it")
                .terminationProtection(stage.isProtected())
                .build();
    }
}
