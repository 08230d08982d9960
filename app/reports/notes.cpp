#include "app/reports/notes.h"

#include "app/core/texts.h"

namespace tokenledger {

namespace {

QString listed(const std::set<QString>& names) {
    return QStringList(names.begin(), names.end()).join(QStringLiteral(", "));
}

}  // namespace

QString completenessText(const Completeness& completeness) {
    QString text = tr("%1 of %2 final")
                       .arg(QString::number(completeness.finalDays),
                            completeness.days() == 1 ? tr("1 day") : tr("%1 days").arg(completeness.days()));
    const auto append = [&text](int days, const QString& what) {
        if (days > 0) text += QStringLiteral(", %1 %2").arg(QString::number(days), what);
    };
    append(completeness.provisionalDays, tr("provisional"));
    append(completeness.missingDays, tr("missing"));
    append(completeness.failedDays, tr("failed"));
    constexpr std::size_t NamedDays = 5;
    if (!completeness.failed.empty() && completeness.failed.size() <= NamedDays) {
        QStringList days;
        for (const UtcDay day : completeness.failed) days << day.toIso();
        text += QStringLiteral(" (") + days.join(QStringLiteral(", ")) + u')';
    }
    return text;
}

QString priorityTierNote() {
    return tr("There is Priority Tier use in this range: it is billed elsewhere and not part of the cost report.");
}

QString claudeCodeNote() {
    return tr(
        "People who use Claude Code with a subscription may be missing: the API tells mostly of use that is billed by "
        "token.");
}

QStringList trackedRequestsNotes(bool filtered) {
    QStringList notes{
        QStringLiteral("Requests and their success are what the internal tracking counted, not Anthropic.")};
    if (filtered) notes << QStringLiteral("They are filtered by model only.");
    return notes;
}

void PriceNotes::take(const QString& model, const UsageMeasures& tokens, const InputPrices& prices) {
    const bool cached = tokens.cacheRead != 0 || tokens.cacheCreation5m != 0 || tokens.cacheCreation1h != 0;
    if (!cached) return;
    for (std::size_t i = 0; i < InputKindCount; ++i) {
        const auto kind = static_cast<InputKind>(i);
        if (kind != InputKind::Uncached && tokensOf(tokens, kind) == 0) continue;  // the input price is always needed
        switch (prices[i].source) {
            case PriceSource::OwnBill:
                break;
            case PriceSource::NearestDay:
                nearestDay = true;
                break;
            case PriceSource::YourPrices:
                yourModels.insert(model);
                break;
            case PriceSource::PriceBook:
                bookModels.insert(model);
                break;
            case PriceSource::Unpriced:
                unpricedModels.insert(model);
                break;
        }
        if (prices[i].estimate) estimateModels.insert(model);
        if (!prices[i].discount.isEmpty()) discounts.insert(prices[i].discount);
    }
}

QStringList PriceNotes::sentences() const {
    QStringList notes;
    if (!unpricedModels.empty()) {
        notes << tokenledger::tr("No price is known for %1: these cached tokens are not part of the savings.")
                     .arg(listed(unpricedModels));
    }
    if (nearestDay) {
        notes << tokenledger::tr(
            "Days that are not final, or with few tokens, take their prices from the nearest billed day.");
    }
    if (!yourModels.empty()) {
        notes << tokenledger::tr("Where the bill gives no price, your own price list is used: %1.")
                     .arg(listed(yourModels));
    }
    if (!bookModels.empty()) {
        notes
            << tokenledger::tr("Where the bill gives no price, published prices are used: %1.").arg(listed(bookModels));
    }
    if (!discounts.empty()) {
        notes << tokenledger::tr("Your discounts are taken off listed prices: %1.").arg(listed(discounts));
    }
    if (!estimateModels.empty()) {
        notes << tokenledger::tr(
                     "The price of %1 depends on the length of each prompt, which the usage report does not tell: "
                     "savings computed from its published price are estimates.")
                     .arg(listed(estimateModels));
    }
    return notes;
}

}  // namespace tokenledger
