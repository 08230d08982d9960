// A value of a dimension of the bill.
#pragma once

#include <QString>

namespace tokenledger {

struct CostValue {
    QString id;    // as the API sends it; empty: null
    QString name;  // CacheReader::displayName
    friend bool operator==(const CostValue&, const CostValue&) = default;
};

}  // namespace tokenledger
