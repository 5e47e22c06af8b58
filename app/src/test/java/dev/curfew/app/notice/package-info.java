/// Notices from a decision to a receiver.
@NullMarked
package dev.curfew.app.notice;

import org.jspecify.annotations.NullMarked;
