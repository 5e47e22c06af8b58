/// Notices: where they go, what there is to tell, and that it is told.
@NullMarked
package dev.curfew.app.usecase.notice;

import org.jspecify.annotations.NullMarked;
