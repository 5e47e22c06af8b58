/// Who may say which workload asks.
@NullMarked
package dev.curfew.app.cli.workload;

import org.jspecify.annotations.NullMarked;
