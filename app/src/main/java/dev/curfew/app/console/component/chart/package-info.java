/// Charts in the theme's colours, each with its words and its table.
@NullMarked
package dev.curfew.app.console.component.chart;

import org.jspecify.annotations.NullMarked;
