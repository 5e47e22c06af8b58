/// How a screen is laid out: sections, facts, an inspector beside a list.
@NullMarked
package dev.curfew.app.console.component.layout;

import org.jspecify.annotations.NullMarked;
