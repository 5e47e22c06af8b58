/// What a person can do with Curfew, one class a job. The console and the command line call the same ones.
@NullMarked
package dev.curfew.app.usecase;

import org.jspecify.annotations.NullMarked;
