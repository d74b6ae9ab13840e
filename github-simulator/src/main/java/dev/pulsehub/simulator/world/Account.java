package dev.pulsehub.simulator.world;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A GitHub account: the id stays, the login may change, and one day it may be gone. Changed by {@link PeopleVerbs}
 * only.
 */
public final class Account {

    private final long id;
    private final String type;
    private String login;
    private @Nullable String name;
    private final Optional<Account> itself = Optional.of(this); // one for everything it did
    private boolean gone;

    /** @param type {@code User}, {@code Bot} or {@code Organization}, as REST prints it */
    public Account(long id, String login, String type, Optional<String> name) {
        this.id = id;
        this.login = login;
        this.type = type;
        this.name = name.orElse(null);
    }

    public long id() {
        return id;
    }

    public String login() {
        return login;
    }

    public String type() {
        return type;
    }

    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    public boolean isBot() {
        return "Bot".equals(type);
    }

    public boolean isOrganization() {
        return "Organization".equals(type);
    }

    /** False once the account was deleted: what it did stays, with nobody's name on it. */
    public boolean exists() {
        return !gone;
    }

    /** This account, as a thing that may be missing holds it: always the same object. */
    Optional<Account> itself() {
        return itself;
    }

    /** The account unless it was deleted. */
    static Optional<Account> ifThere(Optional<Account> account) {
        return account.filter(Account::exists);
    }

    void rename(String newLogin) {
        login = newLogin;
    }

    void vanish() {
        gone = true;
        name = null;
    }

    @Override
    public String toString() {
        return login;
    }
}
