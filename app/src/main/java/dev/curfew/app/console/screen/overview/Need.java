package dev.curfew.app.console.screen.overview;

import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.navigation.Destination;

/// Something that needs a person.
///
/// @param title short: how many, or what it is called
/// @param detail what it is about, and why it matters
public record Need(Tone tone, String title, String detail, Destination there) {}
