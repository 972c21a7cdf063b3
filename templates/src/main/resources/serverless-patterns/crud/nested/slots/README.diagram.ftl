    crud -->|POST| create{{Step Functions<br/>crud-create}}
    crud -->|GET| list{{Step Functions<br/>crud-list}}
    crud -->|GET id| read{{Step Functions<br/>crud-read}}
    crud -->|PUT id| update{{Step Functions<br/>crud-update}}
    crud -->|DELETE id| delete_{{Step Functions<br/>crud-delete}}
