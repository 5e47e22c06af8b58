/// The window around the screens: header, rail, breadcrumb, status bar, palette, key sheet.
@NullMarked
package dev.curfew.app.console.shell;

import org.jspecify.annotations.NullMarked;
