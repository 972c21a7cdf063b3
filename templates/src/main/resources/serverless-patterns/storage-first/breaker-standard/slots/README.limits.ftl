- A pipe cannot wait for a Standard execution: it deletes the message when the execution is started. From then on the execution owns the message, and ends only after it has put it somewhere: done, back in the queue, or to the dead letters. An execution that somebody stops keeps its message from the queue: redrive it.
- Work of which nobody saw the end is done again: what the task does must be safe to do twice.
[#if slot("work-queue.fifo")?has_content]
- Within a group order holds only while nothing is put back: the pipe brings the next message of a group when the execution of the one before has started, not when it has ended, and what an open circuit or a failure puts back comes after it. Where order matters, choose another downstream.
[/#if]
- How many tasks run at once is limited by the quotas of Fargate alone; what they refuse goes back into the queue for 18 to 72 seconds, and counts against nothing.
