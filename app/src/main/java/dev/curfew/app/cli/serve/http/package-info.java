/// The HTTP face of `curfew serve`: who may connect, what a request has to look like, how answers are said. It knows
/// nothing of what is asked.
@NullMarked
package dev.curfew.app.cli.serve.http;

import org.jspecify.annotations.NullMarked;
