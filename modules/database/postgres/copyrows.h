// SPDX-License-Identifier: GPL-3.0-or-later
// A query read through COPY … (FORMAT binary): the cheapest way for many small rows, each handed on
// as it comes. Lane thread only.
#pragma once

#include "database/postgres/connection.h"

#include <QtEndian>

namespace pilothouse::database::postgres
{

// The cells of one tuple of COPY's binary format; false when the bytes do not hold together. A null
// view is NULL. `first` messages begin with the header of the whole; the trailer gives no cells.
bool splitBinaryRow(QByteArrayView message, bool first, std::vector<QByteArrayView>& cells);

// Calls `row` for each; the views are valid until it returns.
VoidResult copyRows(Connection& connection, const QByteArray& query, const Token& token,
    const std::function<void(std::span<const QByteArrayView>)>& row);

// A cell of an integer type in binary.
template <class Integer>
Integer binaryNumber(QByteArrayView cell, Integer none = 0)
{
    return cell.size() == qsizetype(sizeof(Integer)) ? qFromBigEndian<Integer>(cell.data()) : none;
}

} // namespace pilothouse::database::postgres
