#include "app/analysis/pricebook.h"

#include "app/analysis/pricelistparser.h"
#include "app/core/money.h"

#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>

#include <algorithm>
#include <tuple>

namespace tokenledger {

namespace {

Q_LOGGING_CATEGORY(priceLog, "tokenledger.prices")

constexpr std::int64_t Once = 1'000'000'000;          // a factor of one, in billionths
constexpr std::int64_t HundredPercent = 100'000'000;  // in millionths of a percent
const QString Tokens = QStringLiteral("tokens");

/// price x geography x (1 - discount) x (batch: half), divided once. The parser's limits make the result fit.
std::int64_t modified(std::int64_t price, std::int64_t factor, std::int64_t discount, bool batch) {
    const std::int64_t above = factor * (HundredPercent - discount);
    const std::int64_t below = Once * HundredPercent * (batch ? 2 : 1);
    return mulDivHalfEven(price, above, below).value_or(0);
}

/// A price without a last day holds until there is another.
template <typename Period>
void endWhereTheNextBegins(std::vector<Period>& periods) {
    for (std::size_t i = 0; i + 1 < periods.size(); ++i) {
        if (!periods[i].to) periods[i].to = periods[i + 1].from - 1;
    }
}

std::vector<UtcDay> sorted(std::vector<UtcDay> days) {
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

/// The days on which something begins or has ended.
void addEnds(const PriceDays& days, std::vector<UtcDay>& ends) {
    ends.push_back(days.from);
    if (days.to) ends.push_back(*days.to + 1);
}

/// Where the user's own periods hold they speak, elsewhere the published ones: cut at every day of `cuts` besides.
template <typename Period>
std::vector<Period> laidOver(const std::vector<Period>& published, const std::vector<Period>& yours,
                             std::vector<UtcDay> cuts) {
    for (const auto* list : {&published, &yours}) {
        for (const Period& period : *list) addEnds(period, cuts);
    }
    cuts = sorted(std::move(cuts));
    std::vector<Period> pieces;
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        const Period* period = periodOn(yours, cuts[i]);
        if (period == nullptr) period = periodOn(published, cuts[i]);
        if (period == nullptr) continue;
        pieces.push_back(*period);
        pieces.back().from = cuts[i];
        pieces.back().to = i + 1 < cuts.size() ? std::optional(cuts[i + 1] - 1) : std::nullopt;
    }
    return pieces;
}

bool follows(const PriceDays& later, const PriceDays& earlier) { return earlier.to && *earlier.to + 1 == later.from; }

/// Joins neighbours that say the same.
template <typename Period, typename Same>
void join(std::vector<Period>& pieces, Same same) {
    std::vector<Period> joined;
    for (Period& piece : pieces) {
        if (!joined.empty() && follows(piece, joined.back()) && same(joined.back(), piece)) {
            joined.back().to = piece.to;
        } else {
            joined.push_back(std::move(piece));
        }
    }
    pieces = std::move(joined);
}

bool isFast(const QString& speed) { return !speed.isEmpty() && speed != QLatin1String("standard"); }

}  // namespace

QString withoutDate(const QString& model) {
    constexpr int DateLength = 8;
    const qsizetype dash = model.size() - DateLength - 1;
    if (dash <= 0 || model[dash] != u'-') return model;
    const QStringView digits = QStringView(model).mid(dash + 1);
    const QString iso = digits.mid(0, 4) + u'-' + digits.mid(4, 2) + u'-' + digits.mid(6, 2);
    return UtcDay::fromIso(iso) ? model.left(dash) : model;
}

const PriceBook& PriceBook::builtIn() {
    static const PriceBook book = [] {
        QFile file(QStringLiteral(":/tokenledger/prices.json"));
        const bool opened = file.open(QIODevice::ReadOnly);
        auto parsed = parse(opened ? file.readAll() : QByteArray());
        if (!parsed) qCCritical(priceLog) << parsed.error().message << parsed.error().detail;
        return parsed ? *std::move(parsed) : PriceBook();
    }();
    return book;
}

Result<PriceBook> PriceBook::parse(const QByteArray& json) { return PriceListParser().parse(json); }

PriceBook PriceBook::overriddenBy(const PriceBook& yours) const {
    PriceBook both = *this;
    for (Entry entry : yours.m_entries) {
        entry.period.yours = true;
        both.m_entries.push_back(std::move(entry));
    }
    for (OtherPrice other : yours.m_others) {
        other.yours = true;
        both.m_others.push_back(std::move(other));
    }
    for (GeoFactor factor : yours.m_factors) {
        factor.yours = true;
        both.m_factors.push_back(std::move(factor));
    }
    both.m_discounts.insert(both.m_discounts.end(), yours.m_discounts.begin(), yours.m_discounts.end());
    return both;
}

QString PriceBook::listedId(const QString& model, bool yours) const {
    const bool named = std::any_of(m_entries.begin(), m_entries.end(), [&](const Entry& entry) {
        return entry.period.yours == yours && entry.model == model;
    });
    return named ? model : withoutDate(model);
}

std::vector<PricePeriod> PriceBook::listed(const QString& model, const PriceTerms& terms, bool yours) const {
    const QString id = listedId(model, yours);
    const QString speed = isFast(terms.speed) ? terms.speed : QString();
    std::vector<PricePeriod> general;
    std::vector<PricePeriod> ownWindow;
    for (const Entry& entry : m_entries) {
        if (entry.model != id || entry.period.yours != yours || entry.speed != speed) continue;
        if (entry.contextWindow.isEmpty()) general.push_back(entry.period);
        if (!entry.contextWindow.isEmpty() && entry.contextWindow == terms.contextWindow)
            ownWindow.push_back(entry.period);
    }
    std::vector<PricePeriod>& periods = ownWindow.empty() ? general : ownWindow;
    endWhereTheNextBegins(periods);
    return periods;
}

std::int64_t PriceBook::geoFactor(const QString& model, const QString& geo) const {
    std::int64_t found = Once;
    for (const bool yours : {false, true}) {
        const QString id = listedId(model, yours);
        for (const GeoFactor& factor : m_factors) {
            if (factor.yours == yours && factor.model == id && factor.geo == geo) found = factor.nano;
        }
    }
    return found;
}

const Discount* PriceBook::discountOf(const QString& model, const QString& costType, UtcDay day, bool yours) const {
    const Discount* found = nullptr;
    for (const Discount& discount : m_discounts) {
        const bool named = discount.models.contains(model) || discount.models.contains(withoutDate(model));
        const bool meant = named || discount.models.isEmpty();
        const bool type = discount.costTypes.isEmpty() || discount.costTypes.contains(costType);
        if (!meant || !type || !discount.contains(day) || (yours && !discount.ownPrices)) continue;
        if (found == nullptr || named) found = &discount;
    }
    return found;
}

std::vector<UtcDay> PriceBook::discountDays(const QString& model, const QString& costType) const {
    std::vector<UtcDay> days;
    for (const Discount& discount : m_discounts) {
        const bool meant = discount.models.isEmpty() || discount.models.contains(model) ||
                           discount.models.contains(withoutDate(model));
        if (meant && (discount.costTypes.isEmpty() || discount.costTypes.contains(costType))) addEnds(discount, days);
    }
    return days;
}

std::vector<PricePeriod> PriceBook::periods(const QString& model, const PriceTerms& terms) const {
    const bool batch = terms.serviceTier == QLatin1String("batch");
    if (!batch && terms.serviceTier != QLatin1String("standard")) return {};
    if (batch && isFast(terms.speed)) return {};
    std::vector<PricePeriod> periods =
        laidOver(listed(model, terms, false), listed(model, terms, true), discountDays(model, Tokens));
    const std::int64_t factor = geoFactor(model, terms.inferenceGeo);
    for (PricePeriod& period : periods) {
        const Discount* discount = discountOf(model, Tokens, period.from, period.yours);
        if (discount != nullptr) period.discount = discount->name;
        const std::int64_t off = discount != nullptr ? discount->millionths : 0;
        TokenPrices& prices = period.prices;
        for (std::int64_t* price : {&prices.uncachedInput, &prices.cacheCreation5m, &prices.cacheCreation1h,
                                    &prices.cacheRead, &prices.output}) {
            *price = modified(*price, factor, off, batch);
        }
    }
    join(periods, [](const PricePeriod& a, const PricePeriod& b) {
        return a.prices == b.prices && a.estimate == b.estimate && a.yours == b.yours && a.discount == b.discount;
    });
    return periods;
}

std::vector<UtcDay> PriceBook::changes(const QString& model) const {
    std::vector<UtcDay> days;
    for (const bool yours : {false, true}) {
        const QString id = listedId(model, yours);
        for (const Entry& entry : m_entries) {
            if (entry.period.yours == yours && entry.model == id) addEnds(entry.period, days);
        }
    }
    if (days.empty()) return days;
    const std::vector<UtcDay> discounts = discountDays(model, Tokens);
    days.insert(days.end(), discounts.begin(), discounts.end());
    return sorted(std::move(days));
}

std::vector<OtherPrice> PriceBook::otherPrices(const QString& item) const {
    QStringList items{item};
    if (item.isEmpty()) {
        items.clear();
        for (const OtherPrice& other : m_others) items.append(other.item);
        items.sort();
        items.removeDuplicates();
    }
    std::vector<OtherPrice> all;
    for (const QString& one : items) {
        std::vector<OtherPrice> published;
        std::vector<OtherPrice> yours;
        for (const OtherPrice& other : m_others) {
            if (other.item == one) (other.yours ? yours : published).push_back(other);
        }
        endWhereTheNextBegins(published);
        endWhereTheNextBegins(yours);
        std::vector<OtherPrice> periods = laidOver(published, yours, discountDays({}, one));
        for (OtherPrice& period : periods) {
            const Discount* discount = discountOf({}, one, period.from, period.yours);
            if (discount == nullptr) continue;
            period.discount = discount->name;
            period.nano = modified(period.nano, Once, discount->millionths, false);
        }
        join(periods, [](const OtherPrice& a, const OtherPrice& b) {
            return a.nano == b.nano && a.units == b.units && a.yours == b.yours && a.discount == b.discount &&
                   a.rule == b.rule;
        });
        all.insert(all.end(), periods.begin(), periods.end());
    }
    return all;
}

std::vector<ListedPrice> PriceBook::all() const {
    std::vector<std::tuple<QString, QString, QString>> places;
    for (const Entry& entry : m_entries) places.emplace_back(entry.model, entry.contextWindow, entry.speed);
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    std::vector<ListedPrice> all;
    for (const auto& [model, window, speed] : places) {
        for (const char* tier : {"standard", "batch"}) {
            const PriceTerms terms{QString::fromLatin1(tier), window, {}, speed};
            for (const PricePeriod& period : periods(model, terms)) all.push_back({model, terms, period});
        }
    }
    return all;
}

Result<std::optional<PriceBook>> readOwnPrices(const QString& path) {
    constexpr qint64 MostBytes = 1'000'000;
    const auto unused = [&path](const QString& why) {
        return failure(ErrorKind::Usage,
                       QStringLiteral("Your price list %1 cannot be used: %2. The published prices are used instead; "
                                      "correct the file, or take it away, and start the program again.")
                           .arg(path, why));
    };
    if (!QFileInfo::exists(path) && !QFileInfo(path).isSymLink()) return std::optional<PriceBook>();
    QFile file(path);
    // A pipe would wait for somebody who writes to it.
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        return unused(QStringLiteral("it cannot be opened"));
    }
    const QByteArray json = file.read(MostBytes + 1);
    if (file.error() != QFileDevice::NoError) return unused(QStringLiteral("it cannot be read"));
    if (json.size() > MostBytes) return unused(QStringLiteral("it is larger than a megabyte"));
    auto book = PriceBook::parse(json);
    if (!book) return unused(book.error().detail);
    return std::optional(*std::move(book));
}

}  // namespace tokenledger
