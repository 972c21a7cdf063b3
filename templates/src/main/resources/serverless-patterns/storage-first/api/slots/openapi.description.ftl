Hand in requests about [=resources], which are stored and worked on later.
