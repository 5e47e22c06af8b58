/// Tables: columns with words, filters, copying.
@NullMarked
package dev.curfew.app.console.component.table;

import org.jspecify.annotations.NullMarked;
