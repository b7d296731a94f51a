// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/Preferences.h"

#include <QSettings>

#include <algorithm>

namespace deskwarden::storage {

namespace {

QString nameOf(const char* name)
{
    return QString::fromLatin1(name);
}

} // namespace

Preferences::Preferences(const QString& file)
    : m_settings(std::make_unique<QSettings>(file, QSettings::IniFormat))
{}

Preferences::~Preferences() = default;

bool Preferences::value(const FlagKey& key) const
{
    return m_settings->value(nameOf(key.name), key.fallback).toBool();
}

int Preferences::value(const NumberKey& key) const
{
    bool isNumber = false;
    const int number = m_settings->value(nameOf(key.name), key.fallback).toInt(&isNumber);
    return isNumber ? std::clamp(number, key.least, key.most) : key.fallback;
}

QString Preferences::value(const TextKey& key) const
{
    return m_settings->value(nameOf(key.name), QString::fromUtf8(key.fallback)).toString();
}

QByteArray Preferences::value(const BytesKey& key) const
{
    // Base64, because the INI file must stay readable and diffable for people.
    return QByteArray::fromBase64(m_settings->value(nameOf(key.name)).toByteArray());
}

void Preferences::setValue(const FlagKey& key, bool value)
{
    m_settings->setValue(nameOf(key.name), value);
}

void Preferences::setValue(const NumberKey& key, int value)
{
    m_settings->setValue(nameOf(key.name), std::clamp(value, key.least, key.most));
}

void Preferences::setValue(const TextKey& key, const QString& value)
{
    m_settings->setValue(nameOf(key.name), value);
}

void Preferences::setValue(const BytesKey& key, const QByteArray& value)
{
    m_settings->setValue(nameOf(key.name), QString::fromLatin1(value.toBase64()));
}

void Preferences::save()
{
    m_settings->sync();
}

} // namespace deskwarden::storage
