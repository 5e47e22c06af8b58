/// Commands about people: who owns what, and how long they wait for approval.
@NullMarked
package dev.curfew.app.cli.owner;

import org.jspecify.annotations.NullMarked;
