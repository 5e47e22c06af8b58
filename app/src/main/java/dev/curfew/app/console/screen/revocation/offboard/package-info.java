/// An owner leaves: what they answer for is planned to end, but for what is taken over.
@NullMarked
package dev.curfew.app.console.screen.revocation.offboard;

import org.jspecify.annotations.NullMarked;
