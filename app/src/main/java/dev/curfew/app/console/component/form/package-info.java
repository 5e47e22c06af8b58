/// Fields with their words.
@NullMarked
package dev.curfew.app.console.component.form;

import org.jspecify.annotations.NullMarked;
