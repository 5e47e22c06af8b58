/// Actions, each declared once: menus, buttons, the palette and the key sheet read them.
@NullMarked
package dev.curfew.app.console.action;

import org.jspecify.annotations.NullMarked;
