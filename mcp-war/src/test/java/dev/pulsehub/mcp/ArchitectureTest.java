package dev.pulsehub.mcp;

import dev.pulsehub.testing.architecture.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void this_module_keeps_the_rules() {
        Architecture.check("dev.pulsehub.mcp");
    }
}
