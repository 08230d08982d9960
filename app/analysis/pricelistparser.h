// Reads the JSON of a price list, strictly: a misspelt name would otherwise change what a price is for. Private to
// app/analysis.
#pragma once

#include "app/analysis/pricebook.h"

#include <QJsonObject>

#include <initializer_list>

namespace tokenledger {

class PriceListParser {
public:
    [[nodiscard]] Result<PriceBook> parse(const QByteArray& json);

private:
    [[nodiscard]] Result<void> takeModels(const QJsonObject& list);
    [[nodiscard]] Result<void> takeModel(const QStringList& ids, const QJsonObject& model);
    [[nodiscard]] Result<void> takeFactors(const QStringList& ids, const QJsonObject& model);
    [[nodiscard]] Result<void> takeOthers(const QJsonObject& list);
    [[nodiscard]] Result<void> takeDiscounts(const QJsonObject& list);
    [[nodiscard]] Result<void> checkOverlaps();
    [[nodiscard]] Result<void> checkDiscounts() const;

    PriceBook m_book;
};

}  // namespace tokenledger
