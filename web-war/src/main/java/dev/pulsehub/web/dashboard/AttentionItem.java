package dev.pulsehub.web.dashboard;

import dev.pulsehub.core.report.Attention;
import dev.pulsehub.web.faces.Formats;
import dev.pulsehub.web.faces.Texts;
import java.util.Locale;

/**
 * Something that waits for a person, ready to print.
 *
 * @param reason why it waits
 * @param age since when
 * @param outside whether the link leaves the product
 */
public record AttentionItem(
        String icon,
        String style,
        String subject,
        String reason,
        String repo,
        String age,
        String href,
        boolean outside) {

    static AttentionItem of(Attention item, Texts texts, Formats formats) {
        String kind = item.kind().name().toLowerCase(Locale.ROOT);
        boolean pull = item.number().isPresent();
        String subject = pull ? item.subject() + " #" + item.number().getAsInt() : item.subject();
        return new AttentionItem(
                icon(item.kind()),
                item.kind() == Attention.Kind.SYNC_FAILED || item.kind() == Attention.Kind.BRANCH_FAILING
                        ? "bad"
                        : "warn",
                subject,
                texts.get("attention." + kind),
                item.repo(),
                formats.since(item.since()),
                href(item, pull),
                item.kind() == Attention.Kind.BRANCH_FAILING);
    }

    private static String href(Attention item, boolean pull) {
        if (pull) {
            return "/app/pulls/" + item.repo() + "/" + item.number().getAsInt();
        }
        return item.kind() == Attention.Kind.SYNC_FAILED || !item.url().startsWith("https://")
                ? "/app/sync"
                : item.url();
    }

    private static String icon(Attention.Kind kind) {
        return switch (kind) {
            case SYNC_FAILED -> "pi pi-sync";
            case BRANCH_FAILING -> "pi pi-times-circle";
            case REVIEW_AWAITED -> "pi pi-eye";
            case PULL_OLD -> "pi pi-clock";
        };
    }
}
