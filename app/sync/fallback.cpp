#include "app/sync/fallback.h"

#include <algorithm>

namespace tokenledger {

namespace {

using Kind = PlannedRequest::Kind;

bool mentions(const Error& refusal, std::initializer_list<const char*> words) {
    return std::any_of(words.begin(), words.end(), [&refusal](const char* word) {
        return refusal.detail.contains(QLatin1String(word), Qt::CaseInsensitive);
    });
}

bool isTooManyDimensions(const Error& refusal) {
    return refusal.httpStatus == 400 && mentions(refusal, {"invalid_request_error"}) && mentions(refusal, {"group_by"});
}

bool isTooLarge(const Error& refusal) {
    if (refusal.httpStatus == 413) return true;
    return refusal.httpStatus == 400 &&
           mentions(refusal, {"too large", "too long", "too big", "too many", "too wide", "exceed", "maximum"});
}

std::optional<Fallback> fewerDimensions(const PlannedRequest& request) {
    // What is dropped first matters least to a reader of the usage.
    for (const Dimension dropped : {Dimension::ContextWindow, Dimension::ServiceTier}) {
        if (!request.grouping.contains(dropped)) continue;
        PlannedRequest fewer = request;
        fewer.grouping.erase(dropped);
        return Fallback{{fewer},
                        QStringLiteral("The server refuses so many dimensions, so usage is asked without %1; these "
                                       "days cannot be split by it.")
                            .arg(dimensionName(dropped))};
    }
    return std::nullopt;
}

std::optional<Fallback> fewerDays(const PlannedRequest& request) {
    const DateRange& days = *request.days;
    if (days.days() < 2) return std::nullopt;
    PlannedRequest newer = request;
    PlannedRequest older = request;
    older.days->last = days.first + (days.days() / 2 - 1);
    newer.days->first = older.days->last + 1;
    return Fallback{{newer, older},
                    QStringLiteral("The server refuses so many days at once (%1 .. %2 of %3), so they are asked in two "
                                   "parts.")
                        .arg(days.first.toIso(), days.last.toIso(), datasetName(request.dataset()))};
}

}  // namespace

std::optional<Fallback> fallbackFor(const PlannedRequest& request, const Error& refusal) {
    if (!request.days || request.kind == Kind::ClaudeCode) return std::nullopt;
    if (request.kind == Kind::Usage && isTooManyDimensions(refusal)) return fewerDimensions(request);
    return isTooLarge(refusal) ? fewerDays(request) : std::nullopt;
}

}  // namespace tokenledger
