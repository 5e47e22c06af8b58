/// Where notices go.
@NullMarked
package dev.curfew.app.cli.notice;

import org.jspecify.annotations.NullMarked;
