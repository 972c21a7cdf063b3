Kept on a [=store].
