/// `curfew serve`: pipelines ask the policies over HTTP.
@NullMarked
package dev.curfew.app.cli.serve;

import org.jspecify.annotations.NullMarked;
