package [=package];

/** Sells [=Resources] under /[=resourcePath]. */
class [=Name]App {}
