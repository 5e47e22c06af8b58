/// Programs that ask for access, and who may say which they are.
@NullMarked
package dev.curfew.app.usecase.workload;

import org.jspecify.annotations.NullMarked;
