// Targets of small texts: money, days and times, the price list, refusals.
#include "app/analysis/pricebook.h"
#include "app/api/anthropic/errors.h"
#include "app/api/retry.h"
#include "app/core/money.h"
#include "app/core/period.h"
#include "tests/fuzz/targets.h"

#include <cstdio>
#include <cstdlib>

namespace tokenledger::fuzz {

namespace {

/// Of a plain decimal: sign, digits before and after the point, without zeros that do not count.
struct Decimal {
    bool negative = false;
    std::string whole;
    std::string fraction;

    friend bool operator==(const Decimal&, const Decimal&) = default;
};

Decimal decimalOf(std::string_view text) {
    Decimal decimal;
    decimal.negative = text.starts_with('-');
    if (decimal.negative) text.remove_prefix(1);
    const std::size_t point = std::min(text.find('.'), text.size());
    decimal.whole = text.substr(0, point);
    decimal.fraction = point < text.size() ? text.substr(point + 1) : std::string_view();
    decimal.whole.erase(0, std::min(decimal.whole.find_first_not_of('0'), decimal.whole.size()));
    while (decimal.fraction.ends_with('0')) decimal.fraction.pop_back();
    if (decimal.whole.empty() && decimal.fraction.empty()) decimal.negative = false;
    return decimal;
}

/// A hundredth of it, by moving the point.
Decimal hundredth(const Decimal& cents) {
    const std::string whole = "00" + cents.whole;
    const std::string text = whole.substr(0, whole.size() - 2) + '.' + whole.substr(whole.size() - 2) + cents.fraction;
    return decimalOf((cents.negative ? "-" : "") + text);
}

void amount(std::string_view bytes, const Result<ParsedMoney>& parsed, bool isCents) {
    if (!parsed) return;
    const std::string shown = toExactString(parsed->amount).toStdString();
    const Result<ParsedMoney> again = parseDollars(shown);
    hold(again && again->amount == parsed->amount && !again->rounded, "an amount reads back as itself");
    hold(bytes.find_first_not_of("-.0123456789") == std::string_view::npos, "an amount has digits only");
    const Decimal said = isCents ? hundredth(decimalOf(bytes)) : decimalOf(bytes);
    hold(parsed->rounded == (said.fraction.size() > 9), "an amount is rounded only beyond a nano-dollar");
    if (!parsed->rounded) hold(decimalOf(shown) == said, "an amount is the text's digits");
    for (int places = 0; places <= 9; ++places) hold(!toRoundedString(parsed->amount, places).isEmpty(), "shown");
}

}  // namespace

void hold(bool condition, const char* what) {
    if (condition) return;
    std::fprintf(stderr, "This does not hold: %s\n", what);
    std::abort();
}

void money(std::string_view bytes) {
    amount(bytes, parseCents(bytes), true);
    amount(bytes, parseDollars(bytes), false);
}

void days(std::string_view bytes) {
    const QString text = QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
    if (const auto day = UtcDay::fromIso(text)) {
        hold(day->toIso() == text, "a day reads back as itself");
        hold(UtcDay::fromSeconds(day->startSeconds()) == *day &&
                 UtcDay::fromSeconds(day->startSeconds() + 86'399) == *day,
             "a day is 86,400 seconds long");
        hold(day->toDate().toString(Qt::ISODate) == text, "a day is the calendar's");
        hold(day->firstOfMonth() <= *day && *day <= day->lastOfMonth(), "a day lies in its month");
    }
    if (const auto time = fromRfc3339(text)) {
        const auto again = fromRfc3339(toRfc3339(*time));
        hold(again && again->toSecsSinceEpoch() == time->toSecsSinceEpoch(), "a time reads back as itself");
        hold(UtcDay::fromDateTime(*time).startSeconds() <= time->toSecsSinceEpoch(), "a time lies in its day");
    }
}

void priceBook(std::string_view bytes) {
    const auto book = PriceBook::parse(QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())));
    if (!book) return;
    const PriceBook both = PriceBook::builtIn().overriddenBy(*book);
    for (const char* model : {"claude-opus-5-5", "m", "m-20260101", ""}) {
        const QString name = QString::fromLatin1(model);
        for (const char* tier : {"standard", "batch", "priority"}) {
            const auto periods = both.periods(name, QString::fromLatin1(tier), QStringLiteral("0-200k"));
            for (std::size_t i = 0; i < periods.size(); ++i) {
                const TokenPrices& p = periods[i].prices;
                for (const std::int64_t price :
                     {p.uncachedInput, p.cacheCreation5m, p.cacheCreation1h, p.cacheRead, p.output}) {
                    hold(price >= 0, "no price is negative");
                }
                hold(i == 0 || (periods[i - 1].to && *periods[i - 1].to < periods[i].from), "one price a day");
            }
        }
        const auto changes = book->changes(name);
        hold(std::is_sorted(changes.begin(), changes.end()), "changes are in order");
    }
}

/// The first line says the status and the next ones the headers, as in HTTP; the rest is the body.
void refusals(std::string_view bytes) {
    const QDateTime now = UtcDay::fromDate(2026, 11, 20).start();
    const QByteArray all(bytes.data(), static_cast<qsizetype>(bytes.size()));
    const qsizetype head = std::max(all.indexOf("\n\n"), qsizetype{0});
    HttpResponse response;
    response.body = all.mid(head);
    const QList<QByteArray> lines = all.left(head).split('\n');
    response.status = std::max(lines.front().toInt() % 600, 100);
    for (const QByteArray& line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(": ");
        if (colon > 0) response.headers.emplace_back(line.left(colon), line.mid(colon + 2));
    }
    const SecretBuffer key = SecretBuffer::take("sk-ant-admin01-fuzz");
    const Error error = errorOf(response, key);
    hold(!error.message.isEmpty(), "a refusal is explained");
    for (const QString& text : {error.message, error.detail, error.requestId}) {
        hold(!text.contains(QLatin1String("sk-ant-admin01-fuzz")), "the key is not told");
        hold(text.size() < 3000 && !text.contains(u'\n') && !text.contains(u'\0'), "texts are short, on one line");
    }
    (void)isWorthRetrying(response);
    if (const auto delay = serverDelay(response, now)) hold(delay->count() >= 0, "no delay is negative");
    (void)rateLimitOf(response);
}

}  // namespace tokenledger::fuzz
