/**
 * Schemas of what may stand beside the sitemap protocol, written from what Google publishes of its extensions (Search Central: news
 * sitemaps, image sitemaps, localised versions): the package `sitemap` ships sitemaps.org's own schema, but not these.
 */

const schema = (target: string, body: string) => `<?xml version="1.0" encoding="utf-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${target}" xmlns="${target}"
  elementFormDefault="qualified">${body}</xs:schema>`

/** ISO 639, two letters or three; two spellings for Chinese alone. A date as W3C's note has it. */
export const newsSchema = schema(
  'http://www.google.com/schemas/sitemap-news/0.9',
  `<xs:element name="news"><xs:complexType><xs:all>
    <xs:element name="publication"><xs:complexType><xs:sequence>
      <xs:element name="name"><xs:simpleType><xs:restriction base="xs:string"><xs:minLength value="1"/></xs:restriction></xs:simpleType></xs:element>
      <xs:element name="language"><xs:simpleType><xs:restriction base="xs:string">
        <xs:pattern value="zh-cn|zh-tw|([a-z]{2,3})"/></xs:restriction></xs:simpleType></xs:element>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="publication_date"><xs:simpleType><xs:union>
      <xs:simpleType><xs:restriction base="xs:date"/></xs:simpleType>
      <xs:simpleType><xs:restriction base="xs:dateTime"><xs:pattern value=".*(Z|[+-]\\d\\d:\\d\\d)"/></xs:restriction></xs:simpleType>
    </xs:union></xs:simpleType></xs:element>
    <xs:element name="title"><xs:simpleType><xs:restriction base="xs:string">
      <xs:pattern value="\\S(.*\\S)?"/></xs:restriction></xs:simpleType></xs:element>
  </xs:all></xs:complexType></xs:element>`,
)

export const imageSchema = schema(
  'http://www.google.com/schemas/sitemap-image/1.1',
  '<xs:element name="image"><xs:complexType><xs:sequence><xs:element name="loc" type="xs:anyURI"/></xs:sequence></xs:complexType></xs:element>',
)

export const linkSchema = schema(
  'http://www.w3.org/1999/xhtml',
  `<xs:element name="link"><xs:complexType>
    <xs:attribute name="rel" use="required"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="alternate"/></xs:restriction></xs:simpleType></xs:attribute>
    <xs:attribute name="hreflang" type="xs:language" use="required"/>
    <xs:attribute name="href" type="xs:anyURI" use="required"/>
  </xs:complexType></xs:element>`,
)

/** sitemaps.org/protocol.html, "Sitemap index XML tag definitions". */
export const indexSchema = schema(
  'http://www.sitemaps.org/schemas/sitemap/0.9',
  `<xs:element name="sitemapindex"><xs:complexType><xs:sequence>
    <xs:element name="sitemap" minOccurs="1" maxOccurs="50000"><xs:complexType><xs:sequence>
      <xs:element name="loc"><xs:simpleType><xs:restriction base="xs:anyURI"><xs:minLength value="12"/><xs:maxLength value="2048"/></xs:restriction></xs:simpleType></xs:element>
      <xs:element name="lastmod" type="xs:dateTime" minOccurs="0"/>
    </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>`,
)

/** Ties the schemas together: libxml2 takes one file to begin with. */
export const wholeSchema = `<?xml version="1.0" encoding="utf-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">
  <xs:import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="sitemap.xsd"/>
  <xs:import namespace="http://www.google.com/schemas/sitemap-news/0.9" schemaLocation="news.xsd"/>
  <xs:import namespace="http://www.google.com/schemas/sitemap-image/1.1" schemaLocation="image.xsd"/>
  <xs:import namespace="http://www.w3.org/1999/xhtml" schemaLocation="link.xsd"/>
</xs:schema>`
