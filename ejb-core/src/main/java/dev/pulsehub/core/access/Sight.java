package dev.pulsehub.core.access;

import dev.pulsehub.core.github.PersonalView;
import dev.pulsehub.persistence.grant.VisibleStore.Belonging;
import dev.pulsehub.persistence.grant.VisibleStore.Visible;
import java.util.List;

/** What GitHub showed, in the words of what is stored. */
final class Sight {

    private Sight() {}

    static List<Belonging> belongings(PersonalView.Seen seen) {
        return seen.accounts().stream()
                .map(account -> new Belonging(account.id(), account.login(), account.admin() ? "admin" : "member"))
                .toList();
    }

    static List<Visible> repos(PersonalView.Seen seen) {
        return seen.repos().stream()
                .map(repo -> new Visible(repo.id(), repo.permission()))
                .toList();
    }
}
