/** Articles on one page of a list: with pictures and standfirsts, three or four screens of a phone. */
export const articlesPerPage = 20
