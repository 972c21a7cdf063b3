**The work fails.** `reason` in the circuit is the error of its execution. Its log group `/aws/vendedlogs/states/[=stackName]-dev-do-work` has each step, without data. An Express execution cannot be started again: the client, or whoever asked, sends the request again.

