/// Agents, as their configuration describes them: MCP clients, subagents, agent cards. Values stay behind.
@NullMarked
package dev.curfew.connector.folder.agent;

import org.jspecify.annotations.NullMarked;
