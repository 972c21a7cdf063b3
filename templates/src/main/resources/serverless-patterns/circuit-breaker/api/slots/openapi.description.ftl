Have requests about [=resources] worked on, and wait for the result.
