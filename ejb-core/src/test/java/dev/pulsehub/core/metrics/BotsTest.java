package dev.pulsehub.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BotsTest {

    @ParameterizedTest
    @CsvSource({
        "Bot,dependabot[bot],true",
        "User,renovate[bot],true",
        "Bot,Copilot,true",
        "User,abbot,false",
        "User,robot-jane,false",
        "User,bot,false",
        "Organization,acme,false",
        "Mannequin,old-jane,false"
    })
    void is_told_by_type_or_suffix_alone(String type, String login, boolean bot) {
        assertThat(Bots.isBot(type, login)).isEqualTo(bot);
    }
}
